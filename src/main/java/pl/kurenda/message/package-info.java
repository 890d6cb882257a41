/** The text that the resident reads: templates, alphabets, segments and what they cost. Uses recipient and money. */
package pl.kurenda.message;
