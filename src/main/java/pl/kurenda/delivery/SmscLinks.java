package pl.kurenda.delivery;

import java.util.List;

/** The connections to all accounts. */
public interface SmscLinks {

    /** The link of this account. */
    SmscLink of(SmscAccount account);

    /** The sessions, account by account, without those of the sandbox. */
    List<SmscSession> sessions();
}
