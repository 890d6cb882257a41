package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser with its own address, behind a proxy that forwards it. */
final class Visitor {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    // a Secure cookie is not sent back over plain HTTP, not even on the loopback interface
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;
    private final String scheme;

    private final String server;

    Visitor(String server, String address, String scheme) {
        this.server = server;
        this.address = address;
        this.scheme = scheme;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> login(String name, String password) throws IOException, InterruptedException {
        return post("/login", csrf("/login") + "&username=" + name + "&password=" + password);
    }

    String csrf(String path) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(path).body());
        assertThat(token.find()).as("a form with a token at " + path).isTrue();
        return "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http:") ? path : server + path))
                .header("Accept", "text/html")
                .header("X-Forwarded-For", address)
                .header("X-Forwarded-Port", String.valueOf(URI.create(server).getPort()))
                .header("X-Forwarded-Proto", scheme);
    }
}
