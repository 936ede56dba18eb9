using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.SignIn;

namespace Portal.Operations;

/// <summary>What the console shows once pages are served: where, as whom in Development, and where the first administrator is made.</summary>
public sealed class Welcome(IHostEnvironment environment, IOptions<PortalOptions> portal, TextWriter console, ILogger<Welcome> log)
{
    /// <summary>Prints it.</summary>
    /// <param name="listening">The addresses that the server listens at.</param>
    /// <param name="setUp">Where the first administrator is made; <see langword="null"/> when there is an account.</param>
    public void Print(ICollection<string> listening, Uri? setUp)
    {
        console.WriteLine();
        console.WriteLine($"  Portal is served at {portal.Value.PublicUrl}  (listening at {string.Join(", ", listening)})");
        if (environment.IsDevelopment())
        {
            console.WriteLine();
            console.WriteLine($"  Demo sign-ins, all with the password {DemoPeople.Password}:");
            foreach (var person in DemoPeople.All.Where(person => person.HasPassword))
            {
                console.WriteLine($"    {person.Email,-20} {person.Name}{(person.Key is null ? "" : $", asks for a code: add the key {person.Key} to an authenticator app")}");
            }
        }

        if (setUp is not null)
        {
            console.WriteLine();
            console.WriteLine("  There is no account yet. Make the first administrator here; the address works once, and until the next start:");
            console.WriteLine($"    {setUp}");
        }

        console.WriteLine();
        if (setUp is not null)
        {
            // A service keeps its log where nobody has seen the console.
            log.LogInformation("There is no account yet. Make the first administrator at {Address}", setUp);
        }
    }
}
