package pl.kurenda.delivery;

/** The ways to all accounts. */
public interface SmscLinks {

    /** The way to this account. */
    SmscLink of(SmscAccount account);
}
