using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Support;

/// <summary>
/// An OpenTelemetry collector: takes OTLP by HTTP and keeps what came. In protobuf a text stands as it is, so names and values are
/// looked for in the bytes.
/// </summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, byte[] Body)> taken = new();
    private TinySite site = null!;

    /// <summary>The settings with which Portal sends to it, often.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = site.Address.ToString(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
    };

    /// <summary>Starts one.</summary>
    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        collector.site = await TinySite.StartAsync(app => app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.taken.Enqueue((signal, body.ToArray()));
            return Results.Bytes([], "application/x-protobuf");
        }));
        return collector;
    }

    /// <summary>Whether a text came.</summary>
    /// <param name="signal"><c>metrics</c>, <c>traces</c> or <c>logs</c>.</param>
    /// <param name="text">What is looked for.</param>
    public bool Has(string signal, string text) => taken.Any(each => each.Signal == signal && each.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Waits until a text has come.</summary>
    public async Task WaitAsync(string signal, string text) =>
        Assert.True(await Patience.UntilAsync(() => Task.FromResult(Has(signal, text) ? "" : null)) is not null, $"No \"{text}\" came with the {signal}.");

    /// <summary>The signals of which anything came.</summary>
    public IReadOnlyList<string> Signals => [.. taken.Select(each => each.Signal).Distinct().Order(StringComparer.Ordinal)];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => site.DisposeAsync();
}
