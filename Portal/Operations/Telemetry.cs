using System.Diagnostics;
using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Portal.Data;

namespace Portal.Operations;

/// <summary>
/// Metrics, traces and logs by OTLP, for whoever set an address for them: the settings are those of OpenTelemetry itself
/// (https://opentelemetry.io/docs/specs/otel/protocol/exporter/), from the environment or the settings file. Without one nothing is gathered.
/// </summary>
public static class Telemetry
{
    private const string Address = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Signals = ["METRICS", "TRACES", "LOGS"];
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];

    private static readonly string[] Meters =
    [
        Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits",
        "Microsoft.EntityFrameworkCore", "Npgsql", "System.Net.Http", "System.Runtime",
    ];

    private static readonly string[] Sources = ["Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", "Npgsql", "System.Net.Http"];

    /// <summary>Gathers and sends what an address is set for.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (!Signals.Any(signal => Goes(settings, signal)) || Faults(settings).Any())
        {
            return services;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService("portal", serviceVersion: Version, serviceInstanceId: Environment.MachineName)

                // Last, so that what whoever runs the server calls it wins.
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Goes(settings, "METRICS") ? Meters : []))
            .WithTracing(traces =>
            {
                if (Goes(settings, "TRACES"))
                {
                    traces.AddSource(Sources).AddAspNetCoreInstrumentation(requests =>
                    {
                        // Every click and every picture that is drawn would be a span of its own; what a click does is one already.
                        requests.EnableAspNetCoreSignalRSupport = false;
                        requests.EnrichWithHttpRequest = (span, _) => LeaveOutAddress(span);
                        requests.EnrichWithHttpResponse = (span, _) => LeaveOutAddress(span);
                    });
                }
            })
            .UseOtlpExporter();
        if (Goes(settings, "LOGS"))
        {
            telemetry.WithLogging();
        }

        return services;
    }

    /// <summary>Each fault of the settings in a sentence.</summary>
    public static IEnumerable<string> Faults(IConfiguration settings)
    {
        foreach (var name in Signals.Select(OwnAddress).Prepend(Address))
        {
            if (settings[name] is { Length: > 0 } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            {
                yield return $"{name} is \"{address}\"; it must be the address of an OpenTelemetry collector, such as http://localhost:4317.";
            }
        }

        if (settings["OTEL_EXPORTER_OTLP_PROTOCOL"] is { Length: > 0 } protocol && !Protocols.Contains(protocol))
        {
            yield return $"OTEL_EXPORTER_OTLP_PROTOCOL is \"{protocol}\"; it must be {string.Join(" or ", Protocols)}.";
        }
    }

    private static string Version => typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private static string OwnAddress(string signal) => $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT";

    private static bool Goes(IConfiguration settings, string signal) =>
        (settings[Address] is { Length: > 0 } || settings[OwnAddress(signal)] is { Length: > 0 })
        && settings[$"OTEL_{signal}_EXPORTER"] != "none"
        && settings["OTEL_SDK_DISABLED"] != "true";

    // What stands in the address of a link opens it, so a span has the route alone.
    private static void LeaveOutAddress(Activity span) => span.SetTag("url.path", null).SetTag("url.query", null);
}
