package pl.kurenda.camel;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;

/**
 * Makes the routes {@code dispatch-<account>} and {@code receipts-<account>} from their templates for each account at
 * an SMSC. If there is only one account, they are {@code dispatch} and {@code receipts}.
 */
@Component
public class SmscRoutes extends RouteBuilder {

    public static final String DISPATCH = "dispatch";
    static final String RECEIPTS = "receipts";

    private final SmscAccounts accounts;

    public SmscRoutes(SmscAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void configure() {
        for (SmscAccount account : accounts.connected()) {
            String dispatch = DISPATCH + account.suffix();
            templatedRoute(DISPATCH)
                    .routeId(dispatch)
                    .parameter("account", account.key())
                    .parameter("entrance", dispatch);
            templatedRoute(RECEIPTS).routeId(RECEIPTS + account.suffix()).parameter("account", account.key());
        }
    }
}
