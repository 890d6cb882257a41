package pl.kurenda.ops.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import pl.kurenda.ledger.vendor.ApiGrant;

/**
 * Limits the requests of each token per minute, in a burst or spread out. Each daemon counts for itself: the limit
 * protects the daemon, and a shared count in the database would overload the database.
 */
final class ApiRateFilter extends OncePerRequestFilter {
    private final int requestsAMinute;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    ApiRateFilter(int requestsAMinute) {
        this.requestsAMinute = requestsAMinute;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller == null || !(caller.getPrincipal() instanceof ApiGrant grant)) {
            chain.doFilter(request, response);
            return;
        }
        ConsumptionProbe probe =
                buckets.computeIfAbsent(grant.tokenId(), id -> bucket()).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Limit", String.valueOf(requestsAMinute));
        response.setHeader("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        ApiProblemWriter.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(requestsAMinute).refillGreedy(requestsAMinute, Duration.ofMinutes(1)))
                .build();
    }
}
