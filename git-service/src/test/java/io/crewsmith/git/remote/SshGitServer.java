package io.crewsmith.git.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/** An SSH server that lets one key in and runs Git's own programs. */
public final class SshGitServer implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path folder;
    private final Path privateKey;
    private final Path knownHosts;

    /** Serves the repositories of the folder; its keys lie in another. */
    public SshGitServer(Path folder, Path keys) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.privateKey = Files.createDirectories(keys).resolve("id_ecdsa");
        this.knownHosts = keys.resolve("known_hosts");
        KeyPair user = keyPair();
        KeyPair host = keyPair();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((name, key, session) -> KeyUtils.compareKeys(key, user.getPublic()));
        server.setCommandFactory(ProcessShellCommandFactory.INSTANCE);
        server.start();
        try (var file = Files.newOutputStream(privateKey)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "test", null, file);
        }
        trust(host.getPublic());
    }

    /** The key that is let in. */
    public Path privateKey() {
        return privateKey;
    }

    /** Names the host's key. */
    public Path knownHosts() {
        return knownHosts;
    }

    /** The address of a repository of the folder. */
    public String url(String repository) {
        return "ssh://git@127.0.0.1:%d%s/%s".formatted(server.getPort(), folder, repository);
    }

    /** Has another key of the host trusted than the one that it has. */
    public void trustAnother() throws IOException, GeneralSecurityException {
        trust(keyPair().getPublic());
    }

    private void trust(PublicKey key) throws IOException {
        Files.write(knownHosts, List.of("[127.0.0.1]:%d %s".formatted(server.getPort(), PublicKeyEntry.toString(key))));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
