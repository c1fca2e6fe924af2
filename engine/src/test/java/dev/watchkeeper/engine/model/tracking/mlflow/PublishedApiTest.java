package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.ModelRegistry;
import org.mlflow.api.proto.Service;
import org.mlflow_project.databricks.Databricks;
import org.mlflow_project.google.protobuf.Descriptors.Descriptor;
import org.mlflow_project.google.protobuf.Descriptors.EnumValueDescriptor;
import org.mlflow_project.google.protobuf.Descriptors.FieldDescriptor;
import org.mlflow_project.google.protobuf.Descriptors.FileDescriptor;

/** The table of the API that the tests' server checks by, against MLflow's own definition of it. */
class PublishedApiTest {
    @Test
    void theTableSaysWhatTheDefinitionsOfMlflowSay() {
        Map<String, Map<String, PublishedApi.Field>> published = published();

        assertThat(published).containsAllEntriesOf(PublishedApi.FIELDS);
    }

    @Test
    void theObjectsWithinRequestsAreThoseOfTheDefinitionsOfMlflow() {
        Map<String, Map<String, PublishedApi.Field>> published = new TreeMap<>();
        for (FileDescriptor file : new FileDescriptor[] {Service.getDescriptor(), ModelRegistry.getDescriptor()}) {
            file.getMessageTypes().forEach(message -> published.put(message.getName(), fields(message)));
        }

        assertThat(published).containsAllEntriesOf(PublishedApi.OBJECTS);
    }

    @Test
    void requestsThatAreNotAsPublishedAreFound() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(PublishedApi.violations("POST /mlflow/runs/delete", json.readTree("{\"run\": \"a\"}")))
                .containsExactly(
                        "POST /mlflow/runs/delete: run is no field", "POST /mlflow/runs/delete: run_id is required");
        assertThat(PublishedApi.violations(
                        "POST /mlflow/runs/log-batch",
                        json.readTree("{\"run_id\": \"a\", \"metrics\": [{\"key\": \"a:b\", \"value\": \"1\"}]}")))
                .containsExactly(
                        "POST /mlflow/runs/log-batch: metrics: value is not of type double: \"1\"",
                        "log-batch: name is not allowed: a:b");
        assertThat(PublishedApi.violations("GET /mlflow/runs/list", json.createObjectNode()))
                .hasSize(1);
    }

    private static Map<String, Map<String, PublishedApi.Field>> published() {
        Map<String, Map<String, PublishedApi.Field>> all = new TreeMap<>();
        Stream.of(Service.getDescriptor(), ModelRegistry.getDescriptor())
                .flatMap(file -> file.getServices().stream())
                .flatMap(service -> service.getMethods().stream())
                .forEach(method -> method.getOptions()
                        .getExtension(Databricks.rpc)
                        .getEndpointsList()
                        .forEach(endpoint -> all.put(
                                endpoint.getMethod() + " " + endpoint.getPath(), fields(method.getInputType()))));
        return all;
    }

    private static Map<String, PublishedApi.Field> fields(Descriptor message) {
        Map<String, PublishedApi.Field> fields = new TreeMap<>();
        for (FieldDescriptor field : message.getFields()) {
            boolean required = field.getOptions().getExtension(Databricks.validateRequired);
            fields.put(
                    field.getName(), new PublishedApi.Field(type(field) + (field.isRepeated() ? "[]" : ""), required));
        }
        return fields;
    }

    private static String type(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT, LONG -> "int";
            case FLOAT, DOUBLE -> "double";
            case ENUM ->
                field.getEnumType().getValues().stream()
                        .map(EnumValueDescriptor::getName)
                        .collect(Collectors.joining("|"));
            case MESSAGE -> field.getMessageType().getName();
            default -> field.getJavaType().name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
