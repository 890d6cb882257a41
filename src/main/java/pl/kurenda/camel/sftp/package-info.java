/** The SFTP component: servers, known hosts, time-outs and errors in words of the settings. */
package pl.kurenda.camel.sftp;
