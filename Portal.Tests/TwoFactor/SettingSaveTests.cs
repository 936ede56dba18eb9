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
