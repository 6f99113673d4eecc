package io.crewsmith.git.remote;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** Opens connections to the remote repository, with what it wants to see of us. */
final class Connections implements AutoCloseable {

    private final Repository git;
    private final RemoteSettings settings;
    private final @Nullable SshdSessionFactory ssh;

    Connections(Repository git, RemoteSettings settings) {
        this.git = git;
        this.settings = settings;
        this.ssh = settings.privateKey() == null || settings.knownHosts() == null
                ? null
                : ssh(settings.privateKey(), settings.knownHosts());
    }

    Transport open() throws IOException {
        Transport transport = Transport.open(git, settings.address());
        transport.setTimeout(Math.toIntExact(settings.timeout().toSeconds()));
        transport.setTagOpt(TagOpt.AUTO_FOLLOW);
        transport.setCredentialsProvider(credentials());
        if (ssh != null && transport instanceof SshTransport overSsh) {
            overSsh.setSshSessionFactory(ssh);
        }
        return transport;
    }

    private @Nullable CredentialsProvider credentials() {
        return settings.token() == null
                ? null
                : new UsernamePasswordCredentialsProvider(settings.user(), settings.token());
    }

    /** This key and these hosts alone; whatever else the user of the machine has configured. */
    private static SshdSessionFactory ssh(Path privateKey, Path knownHosts) {
        Path folder = requireNonNull(privateKey.toAbsolutePath().getParent(), "a key is in a folder");
        return new SshdSessionFactoryBuilder()
                .setHomeDirectory(folder.toFile())
                .setSshDirectory(folder.toFile())
                .setConfigStoreFactory((home, config, user) -> null)
                .setDefaultKnownHostsFiles(sshFolder -> List.of(knownHosts))
                .setDefaultIdentities(sshFolder -> List.of(privateKey))
                .setPreferredAuthentications("publickey")
                .build(null);
    }

    @Override
    public void close() {
        if (ssh != null) {
            ssh.close();
        }
    }
}
