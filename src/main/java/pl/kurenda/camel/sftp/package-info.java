/** The SFTP component: servers, known hosts, time-outs, and error messages that refer to the settings. */
package pl.kurenda.camel.sftp;
