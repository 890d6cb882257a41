/** Who may do what: logins, roles, tokens and limits. */
package pl.kurenda.ops.security;
