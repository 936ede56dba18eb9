using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Support;

/// <summary>The browser without JavaScript against a form with an antiforgery field.</summary>
public class HttpBrowserTests
{
    [Fact]
    public async Task A_form_is_posted_with_its_hidden_fields_and_cookies()
    {
        await using var site = await StartAsync();
        using var browser = new HttpBrowser(site.Address);

        var page = await browser.GetAsync("/folder/form");
        var answer = await browser.SubmitAsync(page, "form[method=post]", ("Name", "Zoë & Co"), ("Colour", "blue"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(new Uri(site.Address, "/done"), answer.Location);
        Assert.Equal("Agree=yes Button=save Colour=blue Language=nl Name=Zoë & Co Note=two lines", (await browser.FollowAsync(answer)).Text);
    }

    [Fact]
    public async Task A_button_can_be_chosen_and_a_form_found_by_its_place()
    {
        await using var site = await StartAsync();
        using var browser = new HttpBrowser(site.Address);

        var page = await browser.GetAsync("/folder/form");
        var answer = await browser.SubmitAsync(page, 1, new Dictionary<string, string> { ["Agree"] = "no" }, "button[value=other]");

        Assert.Contains("Agree=no Button=other Colour=red", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_form_asks_by_its_query()
    {
        await using var site = await StartAsync();
        using var browser = new HttpBrowser(site.Address);

        var answer = await browser.SubmitAsync(await browser.GetAsync("/folder/form"), "#search", ("q", "a b"));

        Assert.Equal("/search?q=a+b", answer.Address.PathAndQuery);
    }

    [Fact]
    public async Task Without_the_form_the_post_is_refused()
    {
        await using var site = await StartAsync();
        using var browser = new HttpBrowser(site.Address);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/folder/save", ("Name", "x"))).Status);
    }

    [Fact]
    public async Task A_field_that_the_form_does_not_have_is_a_mistake()
    {
        await using var site = await StartAsync();
        using var browser = new HttpBrowser(site.Address);
        var page = await browser.GetAsync("/folder/form");

        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => browser.SubmitAsync(page, "form[method=post]", ("Nmae", "x")));

        Assert.Contains("no field Nmae; it has", mistake.Message, StringComparison.Ordinal);
    }

    private static Task<TinySite> StartAsync() => TinySite.StartAsync(
        app =>
        {
            var said = "";
            app.MapGet("/folder/form", (HttpContext http, IAntiforgery antiforgery) =>
            {
                var token = antiforgery.GetAndStoreTokens(http);
                return Results.Content(
                    $"""
                    <!DOCTYPE html><html lang="en"><title>Form</title><body>
                    <form id="search" action="/search"><input name="q"></form>
                    <form method="post" action="save">
                      <input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
                      <input name="Name"><input name="Off" value="x" disabled>
                      <input type="checkbox" name="Agree" value="yes" checked><input type="checkbox" name="Extra" value="yes">
                      <input type="radio" name="Colour" value="red" checked><input type="radio" name="Colour" value="blue">
                      <select name="Language"><option value="en">English</option><option value="nl" selected>Nederlands</option></select>
                      <textarea name="Note">two lines</textarea>
                      <button name="Button" value="save">Save</button><button name="Button" value="other">Other</button>
                    </form>
                    """,
                    "text/html; charset=utf-8");
            });
            app.MapPost("/folder/save", async (HttpContext http, IAntiforgery antiforgery) =>
            {
                if (!await antiforgery.IsRequestValidAsync(http))
                {
                    return Results.BadRequest();
                }

                said = string.Join(' ', http.Request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));
                return Results.Redirect("/done");
            });
            app.MapGet("/done", () => Results.Content($"<body>{WebUtility.HtmlEncode(said)}", "text/html; charset=utf-8"));
            app.MapGet("/search", () => "found");
        },
        services => services.AddAntiforgery());
}
