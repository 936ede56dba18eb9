using System.Net;
using System.Text.RegularExpressions;

namespace Portal.Tests.Benchmarks;

/// <summary>
/// As little of a browser as signs in: cookies, and the hidden token of the last page. It parses no page, so that the client's
/// work does not count as the server's.
/// </summary>
public sealed partial class FormBrowser(HttpClient client)
{
    private readonly Dictionary<string, string> cookies = [];
    private string token = "";

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Goes to a page with a form.</summary>
    public async Task GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var answer = await SendAsync(request);
        token = Token().Match(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()) is { Success: true } match
            ? match.Groups["token"].Value
            : throw new InvalidOperationException($"{path} has no form.");
    }

    /// <summary>Submits that page's form, and answers where it leads.</summary>
    public async Task<string?> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        using var answer = await SendAsync(request);
        return answer.Headers.Location?.OriginalString;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await client.SendAsync(request);
        Status = answer.StatusCode;
        foreach (var line in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = line.Split(';')[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
