package pl.kurenda.camel;

import java.util.Map;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.springframework.stereotype.Component;

/**
 * Names the steps of a route that is made from a template: the id of the route and the id of the step in the file, for
 * example {@code intake-waste-open}. Camel would put a generated prefix before the id in the MBean of the step, but not
 * in the diagram of the route. Hawtio could not match the two and showed 0 for every step. Placeholders in descriptions
 * and addresses are replaced as well, because the diagram would show them as they are in the file.
 */
@Component
class StepNames extends ModelLifecycleStrategySupport {

    @Override
    public void onAddRouteDefinition(RouteDefinition route) {
        if (route.getTemplateParameters() == null) {
            return;
        }
        route.setNodePrefixId(null);
        route.setDescription(filled(route.getDescription(), route.getTemplateParameters()));
        name(route.getInput(), route);
        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), OptionalIdentifiedDefinition.class)
                .forEach(step -> name(step, route));
    }

    private static void name(OptionalIdentifiedDefinition<?> step, RouteDefinition route) {
        if (step.hasCustomIdAssigned() && !step.getId().startsWith(route.getRouteId() + "-")) {
            step.setId(route.getRouteId() + "-" + step.getId());
        }
        if (step instanceof FromDefinition from) {
            from.setUri(filled(from.getUri(), route.getTemplateParameters()));
        } else if (step instanceof ToDefinition to) {
            to.setUri(filled(to.getUri(), route.getTemplateParameters()));
        }
        step.setDescription(filled(step.getDescription(), route.getTemplateParameters()));
    }

    private static String filled(String text, Map<String, Object> parameters) {
        String filled = text;
        if (text != null) {
            for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
                filled = filled.replace("{{" + parameter.getKey() + "}}", String.valueOf(parameter.getValue()));
            }
        }
        return filled;
    }
}
