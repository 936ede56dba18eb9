using Microsoft.AspNetCore.Components;
using Portal.Domain;

namespace Portal.Look;

/// <summary>The shape of a status on a grid of 16. Never alone: the words stand beside it.</summary>
public partial class StatusGlyph : ComponentBase
{
    /// <summary>The status to draw.</summary>
    [Parameter, EditorRequired]
    public TwoFactorStatus Status { get; set; }

    private string Shape => Status switch
    {
        // A filled disc with a check cut out.
        TwoFactorStatus.Active =>
            "<circle cx='8' cy='8' r='7.25' fill='currentColor'/>"
            + "<path d='m4.7 8.2 2.3 2.3 4.3-4.7' fill='none' stroke='var(--cut, var(--surface))' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'/>",

        // A filled diamond with an exclamation mark.
        TwoFactorStatus.SetUpDue =>
            "<path d='M8 .9 15.1 8 8 15.1.9 8z' fill='currentColor' stroke='currentColor' stroke-width='1.4' stroke-linejoin='round'/>"
            + "<path d='M8 4.4v4.2' stroke='var(--cut, var(--surface))' stroke-width='1.9' stroke-linecap='round'/>"
            + "<circle cx='8' cy='11.3' r='1.1' fill='var(--cut, var(--surface))'/>",

        // The diamond in outline: single sign-on stays open.
        TwoFactorStatus.SetUpDueWithPassword =>
            "<path d='M8 1.3 14.7 8 8 14.7 1.3 8z' fill='none' stroke='currentColor' stroke-width='1.7' stroke-linejoin='round'/>"
            + "<path d='M8 4.9v3.5' stroke='currentColor' stroke-width='1.7' stroke-linecap='round'/>"
            + "<circle cx='8' cy='10.9' r='1' fill='currentColor'/>",

        // A dashed ring.
        TwoFactorStatus.NotSetUp =>
            "<circle cx='8' cy='8' r='6.4' fill='none' stroke='currentColor' stroke-width='1.7' stroke-dasharray='3.02 2' stroke-linecap='butt'/>",

        // A ring with two bars.
        TwoFactorStatus.Paused =>
            "<circle cx='8' cy='8' r='6.5' fill='none' stroke='currentColor' stroke-width='1.6'/>"
            + "<path d='M6.2 5.6v4.8M9.8 5.6v4.8' stroke='currentColor' stroke-width='1.7' stroke-linecap='round'/>",

        // A ring with a slash.
        TwoFactorStatus.Disabled =>
            "<circle cx='8' cy='8' r='6.5' fill='none' stroke='currentColor' stroke-width='1.6'/>"
            + "<path d='m3.6 12.4 8.8-8.8' stroke='currentColor' stroke-width='1.6'/>",

        // An arrow into a door.
        TwoFactorStatus.HandledBySingleSignOn =>
            "<path d='M6.4 2H12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6.4' fill='none' stroke='currentColor' stroke-width='1.6' stroke-linecap='round'/>"
            + "<path d='M1.6 8h7.6M6.5 5.2 9.3 8l-2.8 2.8' fill='none' stroke='currentColor' stroke-width='1.6' stroke-linecap='round' stroke-linejoin='round'/>",
    };
}
