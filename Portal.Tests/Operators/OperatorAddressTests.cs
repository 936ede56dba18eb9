using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>The addresses of the pages, over the whole program.</summary>
public sealed class OperatorAddressTests
{
    [Fact]
    public async Task Whoever_may_not_see_an_operator_gets_what_an_unknown_id_gets()
    {
        await using var app = new PortalApp();
        var other = await app.AddAccountAsync("Another Company");
        var xander = await app.AddOperatorAsync("Xander", "xander@example.com", accountId: other.Id);
        var (ada, anna) = (await app.FindAsync("admin@example.com"), await app.FindAsync("anna@example.com"));

        using var annas = await app.SignInAsync("anna@example.com");
        Assert.Equal(HttpStatusCode.OK, (await annas.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await annas.GetAsync($"/operators/{anna.Id}")).Status);
        foreach (var id in new[] { ada.Id, xander.Id, Guid.CreateVersion7() })
        {
            var answer = await annas.GetAsync($"/operators/{id}");
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Contains("There is no such page", answer.Text, StringComparison.Ordinal);
        }

        using var adas = await app.SignInAsync("admin@example.com");
        Assert.Equal(HttpStatusCode.OK, (await adas.GetAsync($"/operators/{anna.Id}")).Status);
        Assert.Contains("carla@example.com", (await adas.GetAsync("/operators")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await adas.GetAsync($"/operators/{xander.Id}")).Status);
        Assert.DoesNotContain("carla@example.com", (await annas.GetAsync("/operators")).Text, StringComparison.Ordinal);
    }
}
