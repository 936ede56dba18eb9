using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Time.Testing;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

public sealed class SettingSaveTests
{
    [Fact]
    public async Task A_click_is_drawn_before_it_is_refused_or_the_browsers_own_mark_would_stay()
    {
        await using var context = new BunitContext();
        var field = context.Render<Field>();

        await field.Find("button").ClickAsync(new());

        field.WaitForAssertion(() => Assert.Equal(["", "clicked", "refused"], field.Instance.Drawn.Distinct()));
    }

    [Fact]
    public async Task A_click_while_another_is_on_its_way_waits_for_it_and_of_several_the_last_one_counts()
    {
        var saved = new List<TwoFactorPolicy?>();
        var first = new TaskCompletionSource<Outcome<SavedSetting>>();
        using var save = new SettingSave(new FakeTimeProvider(), () => Task.CompletedTask);

        var running = save.RunAsync(TwoFactorPolicy.Required, () => { saved.Add(TwoFactorPolicy.Required); return first.Task; });
        await save.RunAsync(TwoFactorPolicy.Disabled, () => Save(TwoFactorPolicy.Disabled));
        await save.RunAsync(TwoFactorPolicy.Optional, () => Save(TwoFactorPolicy.Optional));
        first.SetResult(new SavedSetting(null, DateTimeOffset.UnixEpoch));
        await running;

        Assert.Equal([TwoFactorPolicy.Required, TwoFactorPolicy.Optional], saved);
        Assert.Equal((TwoFactorPolicy?)TwoFactorPolicy.Optional, save.Clicked);

        Task<Outcome<SavedSetting>> Save(TwoFactorPolicy policy)
        {
            saved.Add(policy);
            return Task.FromResult<Outcome<SavedSetting>>(new SavedSetting(null, DateTimeOffset.UnixEpoch));
        }
    }

    private sealed class Field : ComponentBase, IDisposable
    {
        private readonly SettingSave save;

        public Field() => save = new(new FakeTimeProvider(), () => InvokeAsync(StateHasChanged));

        public List<string> Drawn { get; } = [];

        public void Dispose() => save.Dispose();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Drawn.Add(save.IsSaving ? "clicked" : save.Refused is null ? "" : "refused");
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(
                this, () => save.RunAsync(TwoFactorPolicy.Required, () => Task.FromResult<Outcome<SavedSetting>>(Refusal.NoWayIn))));
            builder.CloseElement();
        }
    }
}
