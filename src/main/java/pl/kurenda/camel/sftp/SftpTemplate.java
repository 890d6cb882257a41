package pl.kurenda.camel.sftp;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.model.TemplatedRouteDefinition;

/** Fills in what the route templates that speak SFTP have in common. */
public final class SftpTemplate {
    private SftpTemplate() {}

    /** Where the server is, and under which settings {@link SftpServerComponent} finds the rest. */
    public static TemplatedRouteDefinition fill(TemplatedRouteDefinition route, SftpServer server) {
        return route.parameter("endpoint", server.endpoint()).parameter("server", server.key());
    }

    /**
     * A temporary name that nobody else gives to an upload, and that the next try gives again.
     *
     * @param owner what only this node has
     */
    public static String temporary(String owner) {
        return ".${file:onlyname}." + UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8)) + ".tmp";
    }
}
