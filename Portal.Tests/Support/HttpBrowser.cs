using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Portal.Tests.Support;

/// <summary>
/// A browser without JavaScript: cookies, forms with their hidden fields, and no step that the test did not take (a
/// redirect is an answer like any other).
/// </summary>
public sealed class HttpBrowser : IDisposable
{
    private readonly HttpClient _client;

    /// <summary>Opens a browser with no cookies yet, or with <paramref name="cookies"/>.</summary>
    /// <param name="baseAddress">The address that paths are relative to.</param>
    /// <param name="cookies">The cookies to begin with; shared, so that two browsers can be one person.</param>
    /// <param name="trusted">A certificate that is trusted although nobody vouches for it.</param>
    public HttpBrowser(Uri baseAddress, CookieContainer? cookies = null, X509Certificate2? trusted = null)
    {
        BaseAddress = baseAddress;
        Cookies = cookies ?? new CookieContainer();
        var handler = new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, UseProxy = false };
        if (trusted is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => trusted.Equals(shown);
        }

        _client = new HttpClient(handler) { BaseAddress = baseAddress };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    /// <summary>The address that paths are relative to.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The cookies, as a thief would copy them.</summary>
    public CookieContainer Cookies { get; }

    /// <summary>Whether a proxy that ends TLS stands in front: cookies for TLS alone are sent then, and addresses followed, although this hop has none.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>What is sent with every request: languages, user agent, forwarded addresses.</summary>
    public HttpRequestHeaders Headers => _client.DefaultRequestHeaders;

    /// <summary>Goes to a path.</summary>
    public async Task<HttpAnswer> GetAsync(string path) => await SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Goes to a path and on through redirects, ten at most.</summary>
    public async Task<HttpAnswer> VisitAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>Goes where redirects lead from an answer; returns the answer itself when it leads nowhere.</summary>
    public async Task<HttpAnswer> FollowAsync(HttpAnswer answer)
    {
        for (var hops = 0; answer.Location is { } next; hops++)
        {
            Assert.True(hops < 10, $"Redirected ten times, now to {next}.");
            answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, IsBehindProxy ? new Uri(BaseAddress, next.PathAndQuery) : next));
        }

        return answer;
    }

    /// <summary>Posts fields as they are, without any form: what an attacker does.</summary>
    public async Task<HttpAnswer> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = Encode(fields) });

    /// <summary>Fills the one form in that <paramref name="form"/> selects and submits it, hidden fields included.</summary>
    /// <param name="page">The page that has the form.</param>
    /// <param name="form">A CSS selector that selects exactly one form.</param>
    /// <param name="fields">What is filled in, by field name. A field that the form does not have is a mistake of the test.</param>
    /// <param name="button">A CSS selector, within the form, of the button that is pressed; else the first, as by Enter.</param>
    public Task<HttpAnswer> SubmitAsync(HttpAnswer page, string form, IDictionary<string, string> fields, string? button = null) =>
        SubmitAsync(page, FormOf(page, form), fields, button);

    /// <summary>As above, with the form given by its position on the page.</summary>
    public Task<HttpAnswer> SubmitAsync(HttpAnswer page, int form, IDictionary<string, string> fields, string? button = null) =>
        SubmitAsync(page, page.Document.Forms[form] ?? throw new InvalidOperationException($"{page.Address} has no form {form}."), fields, button);

    /// <summary>As above, the fields one by one.</summary>
    public Task<HttpAnswer> SubmitAsync(HttpAnswer page, string form, params IEnumerable<(string Name, string Value)> fields) =>
        SubmitAsync(page, form, fields.ToDictionary(field => field.Name, field => field.Value));

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<HttpAnswer> SubmitAsync(HttpAnswer page, IHtmlFormElement form, IDictionary<string, string> fields, string? button)
    {
        var target = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(page.BaseUri, action) : page.Address;
        var content = Encode(FieldsToSend(page, form, fields, button));

        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            var query = new UriBuilder(target) { Query = await content.ReadAsStringAsync() };
            return await SendAsync(new HttpRequestMessage(HttpMethod.Get, query.Uri));
        }

        if (form.GetAttribute("enctype") is { } type && type != "application/x-www-form-urlencoded")
        {
            throw new NotSupportedException($"This browser cannot send a form as {type}.");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        request.Headers.Referrer = page.Address;
        request.Headers.Add("Origin", page.Address.GetLeftPart(UriPartial.Authority));
        return await SendAsync(request);
    }

    private static List<(string Name, string Value)> FieldsToSend(
        HttpAnswer page, IHtmlFormElement form, IDictionary<string, string> filledIn, string? button)
    {
        var fields = new List<(string Name, string Value)>();
        var left = new Dictionary<string, string>(filledIn);

        foreach (var control in form.Elements)
        {
            var name = control.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || control.HasAttribute("disabled"))
            {
                continue;
            }

            if (left.TryGetValue(name, out var typed) && control is not IHtmlButtonElement)
            {
                // Once for a group of radio buttons, and before the hidden "false" that may follow a checkbox.
                fields.Add((name, typed));
                left.Remove(name);
            }
            else if (!filledIn.ContainsKey(name))
            {
                fields.AddRange(OwnValues(control).Select(value => (name, value)));
            }
        }

        if (left.Count > 0)
        {
            throw new InvalidOperationException(
                $"The form on {page.Address} has no field {string.Join(", ", left.Keys)}; it has {string.Join(", ", form.Elements.Select(control => control.GetAttribute("name")).Where(name => name is not null).Distinct())}.");
        }

        if (PressedButton(form, button) is { } pressed && pressed.GetAttribute("name") is { Length: > 0 } buttonName)
        {
            fields.Add((buttonName, pressed.GetAttribute("value") ?? ""));
        }

        return fields;
    }

    private static IEnumerable<string> OwnValues(IElement control) => control switch
    {
        IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.GetAttribute("value") ?? "on"] : [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
        _ => [],
    };

    private static IElement? PressedButton(IHtmlFormElement form, string? selector) => selector is null
        ? form.QuerySelector("button:not([type]):not([disabled]), button[type=submit]:not([disabled]), input[type=submit]:not([disabled])")
        : form.QuerySelector(selector) ?? throw new InvalidOperationException($"The form has no button {selector}.");

    private static IHtmlFormElement FormOf(HttpAnswer page, string selector) => page.Document.QuerySelectorAll(selector) switch
    {
        [IHtmlFormElement form] => form,
        var others => throw new InvalidOperationException(
            $"{page.Address} ({(int)page.Status}) has {others.Length} of \"{selector}\", not one form: {page.Text}"),
    };

    private static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task<HttpAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _client.SendAsync(request);
            foreach (var cookie in Cookies.GetAllCookies().Where(cookie => cookie.Secure && IsBehindProxy))
            {
                cookie.Secure = false;
            }

            return await HttpAnswer.ReadAsync(response);
        }
    }
}

/// <summary>What a server answered, read to its end.</summary>
/// <param name="Address">The address that answered.</param>
/// <param name="Status">The status.</param>
/// <param name="Headers">All headers, those of the content included, by name in any case; several values joined by a line break.</param>
/// <param name="Body">The body as text.</param>
public sealed record HttpAnswer(Uri Address, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    private IHtmlDocument? _document;

    /// <summary>The page, parsed when first looked at.</summary>
    public IHtmlDocument Document => _document ??= new HtmlParser().ParseDocument(Body);

    /// <summary>The words of the page, blanks squeezed.</summary>
    public string Text => string.Join(' ', (Document.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where a redirect leads, whole; <see langword="null"/> when this is none.</summary>
    public Uri? Location => (int)Status is >= 300 and < 400 && Headers.TryGetValue("Location", out var location)
        ? new Uri(Address, location)
        : null;

    /// <summary>The cookies that were set, as sent, attributes included.</summary>
    public IReadOnlyList<string> SetCookies => Headers.TryGetValue("Set-Cookie", out var cookies) ? cookies.Split('\n') : [];

    /// <summary>What relative addresses on the page are relative to.</summary>
    public Uri BaseUri => Document.QuerySelector("base[href]")?.GetAttribute("href") is { } href ? new Uri(Address, href) : Address;

    internal static async Task<HttpAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.RequestMessage!.RequestUri!,
        response.StatusCode,
        response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase),
        await response.Content.ReadAsStringAsync());
}
