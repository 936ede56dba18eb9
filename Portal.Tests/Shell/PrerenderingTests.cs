using Portal.Tests.Support;

namespace Portal.Tests.Shell;

public sealed class PrerenderingTests
{
    // Whether a session is alive is asked at every step; workers and the poll look by themselves.
    private static readonly string[] Anew = ["FROM \"Sessions\"", "FROM \"Changes\"", "\"LeasedUntil\"", "MIN(\"o\".\"PolicyOverrideUntil\")"];

    public static TheoryData<string> Pages => ["/overview", "/operators", "/account/settings", "/me", "/operators/anna"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_the_prerendering_read_is_not_read_again_by_the_circuit(string path)
    {
        await using var app = new PortalApp();
        var browser = await app.SignInAsync("admin@example.com");
        await using var page = new CircuitClient(app.BaseAddress, browser.Cookies);
        var address = path.Replace("anna", (await app.FindAsync("anna@example.com")).Id.ToString(), StringComparison.Ordinal);
        using var asked = new Statements(app.Contexts.Engine);

        await page.OpenAsync(address);
        await page.WaitForTextAsync("Ada");

        // Who looks and whom the page shows, sessions, mails, what needs attention: each read once for the page, and handed to
        // the circuit.
        var read = asked.All
            .Where(statement => statement.Sql.Contains("SELECT", StringComparison.Ordinal) && !Anew.Any(part => statement.Sql.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Select(statement => $"{statement.Sql} {string.Join(", ", statement.Values.Where(value => value.Name != "@now").Select(value => value.Value))}").ToList();
        Assert.NotEmpty(read);
        var twice = read.GroupBy(sql => sql).Where(same => same.Count() > 1).Select(same => $"{same.Count()} times: {same.Key}").ToList();
        Assert.True(twice.Count == 0, string.Join("\n", twice));
    }

    [Fact]
    public async Task A_page_with_more_to_show_than_one_message_holds_comes_alive_all_the_same()
    {
        await using var app = new PortalApp();
        for (var number = 10; number < 90; number++)
        {
            // Each of these is six bytes on its way.
            await app.AddOperatorAsync(new string('+', 98) + number, $"many{number}@example.com", password: null);
        }

        var browser = await app.SignInAsync("admin@example.com");
        await using var page = new CircuitClient(app.BaseAddress, browser.Cookies);

        await page.OpenAsync("/operators");

        await page.WaitForTextAsync(new string('+', 98) + "59");
    }
}
