package pl.kurenda.delivery;

import java.util.List;

/** How the accounts do. */
public interface SmscWatch {

    /** Each account, in the order of the settings. */
    List<SmscCondition> conditions();
}
