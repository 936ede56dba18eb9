using Microsoft.AspNetCore.Components;

namespace Portal.Enrollment;

/// <summary>Opens the wizard while the address carries <c>set-up</c>.</summary>
public partial class EnrollmentHost
{
    private const string Query = "set-up";

    /// <summary>The address at hand, with the wizard open over it.</summary>
    public static string AddressFor(NavigationManager navigation) => navigation.GetUriWithQueryParameter(Query, "open");
}
