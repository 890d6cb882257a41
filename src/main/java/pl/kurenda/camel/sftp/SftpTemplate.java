package pl.kurenda.camel.sftp;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.model.TemplatedRouteDefinition;

/** Fills in the parameters that the SFTP route templates share. */
public final class SftpTemplate {
    private SftpTemplate() {}

    /** Sets the server's address, and the settings under which {@link SftpServerComponent} finds the rest. */
    public static TemplatedRouteDefinition fill(TemplatedRouteDefinition route, SftpServer server) {
        return route.parameter("endpoint", server.endpoint()).parameter("server", server.key());
    }

    /**
     * A temporary name for an upload that is unique to the owner and the same for every try.
     *
     * @param owner a value that only this node has
     */
    public static String temporary(String owner) {
        return ".${file:onlyname}." + UUID.nameUUIDFromBytes(owner.getBytes(StandardCharsets.UTF_8)) + ".tmp";
    }
}
