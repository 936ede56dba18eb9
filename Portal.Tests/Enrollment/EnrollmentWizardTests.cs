using System.Globalization;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>The wizard as a whole.</summary>
public sealed class EnrollmentWizardTests : AnnasWizard
{
    [Fact]
    public async Task The_wizard_speaks_the_language_of_the_operator()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        try
        {
            await using var wizard = await OpenWizard.ClickAsync(Node, Actor);

            wizard.Page.Dialog("Tweefactorauthenticatie instellen");
            wizard.Page.Link("Scannen lukt niet? Voer de sleutel handmatig in");
            wizard.Page.Button("Volgende");
            wizard.Page.Button("Annuleren");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
