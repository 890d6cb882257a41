package pl.kurenda.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An OpenID provider for one user at a time, set by the test. */
final class OpenIdProviderFixture {
    static final OpenIdProviderFixture INSTANCE = new OpenIdProviderFixture();

    private final RSAKey key;
    private final HttpServer server;
    private volatile Map<String, String> asked = Map.of();
    volatile String user = "ewa";
    volatile List<String> groups = List.of();
    volatile boolean forged;

    private OpenIdProviderFixture() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", call -> json(call, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer())));
        server.createContext("/keys", call -> json(call, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", call -> json(call, """
                {"access_token":"a","token_type":"Bearer","expires_in":60,"id_token":"%s"}""".formatted(token())));
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void authorize(HttpExchange call) throws IOException {
        asked = Arrays.stream(call.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        call.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=c&state="
                                + asked.get("state").replace("=", "%3D"));
        call.sendResponseHeaders(302, -1);
        call.close();
    }

    private String token() {
        try {
            Date now = new Date();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject("4711")
                            .audience("kurenda")
                            .issueTime(now)
                            .expirationTime(new Date(now.getTime() + 60_000))
                            .claim("nonce", asked.get("nonce"))
                            .claim("preferred_username", user)
                            .claim("groups", groups)
                            .build());
            token.sign(new RSASSASigner(forged ? new RSAKeyGenerator(2048).generate() : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the parameters of the authorization request. */
    Map<String, String> asked() {
        return asked;
    }

    private static void json(HttpExchange call, String body) throws IOException {
        call.getResponseHeaders().set("Content-Type", "application/json");
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, octets.length);
        call.getResponseBody().write(octets);
        call.close();
    }
}
