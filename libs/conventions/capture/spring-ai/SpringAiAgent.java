import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.model.tool.DefaultToolCallingManager;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.OpenAiEmbeddingModel;
import org.springframework.ai.openai.OpenAiEmbeddingOptions;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.observation.ToolCallingContentObservationFilter;

/** Spring AI's observations of a chat client with a tool, a stream, an embedding and a missing model, as its starter would wire them. */
public class SpringAiAgent {
  public static class Tools {
    @Tool(description = "Weather of a city")
    public String weather(String city) {
      return "rain in " + city;
    }
  }

  public static void main(String[] arguments) {
    var exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(System.getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")).build();
    var provider =
        SdkTracerProvider.builder()
            .addSpanProcessor(SimpleSpanProcessor.create(exporter))
            .setResource(Resource.create(Attributes.builder().put("service.name", "travel-agent").build()))
            .build();
    var tracer =
        new OtelTracer(provider.get("org.springframework.boot"), new OtelCurrentTraceContext(), event -> {});
    var registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(new DefaultTracingObservationHandler(tracer))
        .observationFilter(new ToolCallingContentObservationFilter());
    run(registry);
    provider.shutdown().join(5, java.util.concurrent.TimeUnit.SECONDS);
    System.exit(0);
  }

  private static void run(ObservationRegistry registry) {
    var prompt = System.getenv("SYSTEM_PROMPT");
    Observation.createNotStarted("travel", registry)
        .observe(
            () -> {
              var client = chatClient("gpt-4o-mini", registry);
              client.prompt().system(prompt).user("Will it rain in Paris?").tools(new Tools()).call().content();
              client.prompt().system(prompt).user("What is a visa?").stream().content().blockLast();
              embeddingModel(registry).embed(List.of("Paris in spring"));
            });
    try {
      chatClient("missing-model", registry).prompt().user("Anyone?").call().content();
    } catch (RuntimeException expected) {
      System.out.println("expected: " + expected.getClass().getSimpleName());
    }
  }

  private static ChatClient chatClient(String name, ObservationRegistry registry) {
    var options =
        OpenAiChatOptions.builder()
            .baseUrl(System.getenv("OPENAI_BASE_URL"))
            .apiKey(System.getenv("OPENAI_API_KEY"))
            .model(name)
            .streamUsage(true)
            .maxRetries(0)
            .build();
    var manager = DefaultToolCallingManager.builder().observationRegistry(registry).build();
    var model =
        OpenAiChatModel.builder()
            .options((OpenAiChatOptions) options)
            .toolCallingManager(manager)
            .observationRegistry(registry)
            .build();
    return ChatClient.create(model, registry);
  }

  private static OpenAiEmbeddingModel embeddingModel(ObservationRegistry registry) {
    var options =
        OpenAiEmbeddingOptions.builder()
            .baseUrl(System.getenv("OPENAI_BASE_URL"))
            .apiKey(System.getenv("OPENAI_API_KEY"))
            .model("text-embedding-3-small")
            .build();
    return OpenAiEmbeddingModel.builder()
        .options((OpenAiEmbeddingOptions) options)
        .observationRegistry(registry)
        .build();
  }
}
