package io.github.gan4j.schedule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Lets Jackson read a {@link Schedule} wherever one stands in a record. */
final class ScheduleDeserializer extends JsonDeserializer<Schedule> {
    @Override
    public Schedule deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode written = parser.readValueAsTree();
        return Schedule.read(written);
    }
}
