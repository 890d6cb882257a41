package pl.kurenda.delivery;

import java.util.List;

/** The sessions of all accounts. */
public interface SmscSessions {

    /** Each session, account by account. */
    List<SmscSession> sessions();
}
