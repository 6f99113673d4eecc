#!/bin/sh
# Makes the passwords and tokens that docker-compose.yml mounts, each once: what is there stays as it is.
set -eu
umask 077

folder=${1:-$(dirname "$0")/secrets}
mkdir -p "$folder"
# The folder keeps others out. Its files can be read, because in a container they are read by a user of another number.
chmod 700 "$folder"

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }

keep() {
    [ -e "$folder/$1" ] && return
    cat >"$folder/.$1"
    chmod 644 "$folder/.$1"
    mv "$folder/.$1" "$folder/$1"
    printf 'made %s\n' "$folder/$1"
}

random | keep database-password
random | keep grafana-password
{
    printf 'crewsmith.gateway.users:\n'
    for user in author reviewer operator admin service; do
        printf -- '- {name: %s, roles: %s, token: %s}\n' "$user" "$user" "$(random)"
    done
} | keep users.yaml
