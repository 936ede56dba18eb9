using System.Globalization;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Benchmarks;

/// <summary>What a browser fetches for the sign-in page of the published program, as it travels.</summary>
public static class WeightPart
{
    // A page on a slow phone: what fits into the first ten packets of a connection (RFC 6928) needs no second wait.
    private const int Limit = 15_000;
    private const int LimitOfRequests = 3;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var program = await Published.PortalAsync();
        await using var running = await program.StartAsync();
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = running.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await FetchAsync(client, "/sign-in", encodings: "");
        var document = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page.Body));
        var linked = document.QuerySelectorAll("link[href], script[src], img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Distinct()
            .ToList();
        List<string> paths = ["/sign-in", .. linked];

        var figures = new List<Figure>();
        foreach (var encodings in new[] { "gzip, deflate, br", "gzip" })
        {
            var parts = new List<Fetched>();
            foreach (var path in paths)
            {
                parts.Add(await FetchAsync(client, path, encodings));
            }

            var words = parts.Where(part => part.Type is "text/html" or "text/css").ToList();
            var fonts = parts.Where(part => part.Type.StartsWith("font/", StringComparison.Ordinal)).ToList();
            var weight = words.Sum(part => part.Body.Length);
            figures.Add(Figure.Within(
                $"sign-in page, HTML and CSS, to a browser that takes {encodings}",
                weight,
                Limit,
                Bytes,
                string.Join(", ", words.Select(part => $"{Path.GetFileName(part.Path)} {part.Encoding}"))));
            if (figures.Count == 1)
            {
                figures.Add(Figure.Within(
                    "  requests besides fonts",
                    parts.Count - fonts.Count,
                    LimitOfRequests,
                    Requests,
                    string.Join(", ", parts.Except(fonts).Select(part => Path.GetFileName(part.Path)))));
                figures.Add(Figure.Within("  fonts", fonts.Count, 1, Requests, string.Join(", ", fonts.Select(part => Bytes(part.Body.Length)))));
            }
        }

        return figures;
    }

    private static string Requests(double count) => Figure.Of(count, "0", "requests");

    private static string Bytes(double count) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} B";

    private static async Task<Fetched> FetchAsync(HttpClient client, string path, string encodings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        using var answer = (await client.SendAsync(request)).EnsureSuccessStatusCode();
        return new(
            path,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "as it is",
            await answer.Content.ReadAsByteArrayAsync());
    }

    private sealed record Fetched(string Path, string Type, string Encoding, byte[] Body);
}
