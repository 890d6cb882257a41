/**
 * The domain systems as the settings describe them: folders, columns, texts, gate, budget and canary. A wrong setting
 * is refused here, so that the other parts can rely on it.
 */
package pl.kurenda.intake.source;
