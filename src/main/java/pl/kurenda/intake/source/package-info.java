/**
 * The domain systems as configured: folders, columns, texts, gate, budget and canary. Wrong settings are refused here,
 * so that the other packages can rely on them.
 */
package pl.kurenda.intake.source;
