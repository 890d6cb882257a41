/** When a source may send: days, hours and public holidays. */
package pl.kurenda.delivery.window;
