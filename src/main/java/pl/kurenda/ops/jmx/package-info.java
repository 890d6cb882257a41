/** What Hawtio may see and do: MBeans of our own, and the policy for Jolokia. */
package pl.kurenda.ops.jmx;
