using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.SignIn;

namespace Portal.Operations;

/// <summary>What the console shows once pages are served: where, and in Development as whom.</summary>
public sealed class Welcome(IHostEnvironment environment, IOptions<PortalOptions> portal, TextWriter console)
{
    /// <summary>Prints it.</summary>
    /// <param name="listening">The addresses that the server listens at.</param>
    public void Print(ICollection<string> listening)
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

        console.WriteLine();
    }
}
