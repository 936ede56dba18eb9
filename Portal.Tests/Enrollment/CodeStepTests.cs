using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>The step that takes the code: what is right, and what is said about the rest.</summary>
public sealed class CodeStepTests : AnnasWizard
{
    private const string NotRight = "That code is not right. Your key is kept: wait for the next code and try again.";

    [Fact]
    public async Task The_code_has_one_input_made_for_it()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        await wizard.ChooseAsync("Next");

        var field = wizard.Page.Field("Code");

        Assert.Equal(("one-time-code", "numeric"), (field.GetAttribute("autocomplete"), field.GetAttribute("inputmode")));
        Assert.Equal("Code", wizard.Page.Find("[aria-current=step]").TextContent);
    }

    [Theory]
    [InlineData("{0}{1}")]
    [InlineData("{0} {1}")]
    [InlineData(" {0}-{1} ")]
    public async Task A_right_code_activates_at_that_moment_spaces_and_hyphens_tolerated(string form)
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var key = await KeyAsync();
        var code = Node.CodeOf(key);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(string.Format(CultureInfo.InvariantCulture, form, code[..3], code[3..]));

        wizard.Page.Dialog("Two-factor authentication is active");
        wizard.Page.Shows("From now on each sign-in asks for a code. This session goes on.");
        var row = await Node.ReadAsync(Account.Id, db => db.Authenticators.SingleAsync());
        Assert.Equal((Anna.Id, 1, TotpVerifier.StepAt(Node.Clock.GetUtcNow())), (row.OperatorId, row.Generation, row.LastAcceptedTimeStep));
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.True(wizard.Tab.State.Me.IsSetUp);
    }

    [Fact]
    public async Task A_wrong_code_says_so_and_keeps_the_key_and_what_was_typed()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var key = await KeyAsync();
        var wrong = Node.WrongCodeFor(key);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(wrong);

        wizard.Page.Shows(NotRight);
        wizard.Page.ShowsNo("clock");
        Assert.Equal((wrong, "true"), (wizard.Page.Field("Code").GetAttribute("value"), wizard.Page.Field("Code").GetAttribute("aria-invalid")));
        Assert.Equal(key.ToBase32(), (await KeyAsync()).ToBase32());
        Assert.False(await Node.ReadAsync(Account.Id, db => db.Authenticators.AnyAsync()));

        await wizard.TypeAsync(Node.CodeOf(key));
        wizard.Page.Dialog("Two-factor authentication is active");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("１２３４５６")]
    public async Task What_is_not_six_digits_is_not_counted_as_a_code(string typed)
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(typed);

        wizard.Page.Shows("Type the six digits.");
        wizard.Page.ShowsNo(NotRight);
    }

    [Theory]
    [InlineData(-4 * 60, "Your phone's clock is about 4 minutes behind.")]
    [InlineData(4 * 60, "Your phone's clock is about 4 minutes ahead.")]
    [InlineData(-60, "Your phone's clock is about 1 minute behind.")]
    [InlineData(60, "Your phone's clock is about 1 minute ahead.")]
    [InlineData(-10 * 60, "Your phone's clock is about 10 minutes behind.")]
    [InlineData(10 * 60, "Your phone's clock is about 10 minutes ahead.")]
    public async Task A_code_of_another_time_names_the_clock_and_is_never_accepted(int seconds, string said)
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync(), TimeSpan.FromSeconds(seconds));
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(code);

        wizard.Page.Shows(NotRight);
        wizard.Page.Shows(said);
        wizard.Page.Shows("Set date and time to automatic on the phone");
        Assert.False(await Node.ReadAsync(Account.Id, db => db.Authenticators.AnyAsync()));
    }

    [Fact]
    public async Task Beyond_ten_minutes_the_clock_is_not_named()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync(), TimeSpan.FromMinutes(-11));
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(code);

        wizard.Page.Shows(NotRight);
        wizard.Page.ShowsNo("clock");
    }
}
