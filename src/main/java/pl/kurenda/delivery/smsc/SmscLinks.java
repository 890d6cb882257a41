package pl.kurenda.delivery.smsc;

import java.util.List;
import pl.kurenda.delivery.account.SmscAccount;

/** The connections to all accounts. */
public interface SmscLinks {

    /** The link of this account. */
    SmscLink of(SmscAccount account);

    /** The sessions of each account, without those of the sandbox. */
    List<SmscSession> sessions();
}
