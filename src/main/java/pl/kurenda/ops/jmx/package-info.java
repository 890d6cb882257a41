/** What Hawtio may see and do: Kurenda's MBeans, and the policy for Jolokia. */
package pl.kurenda.ops.jmx;
