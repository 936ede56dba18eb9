using Portal.Accounts;
using Portal.Data;
using Portal.Mail;
using Portal.Operations;
using Portal.Operators;
using Portal.Security;
using Portal.Shell;
using Portal.SignIn;
using Portal.TwoFactor;

var builder = PortalHost.CreateBuilder(args);

builder.Services.AddPortalData(builder.Configuration);
builder.Services.AddPortalSecurity(builder.Configuration);
builder.Services.AddPortalMail(builder.Configuration);
builder.Services.AddTwoFactor();
builder.Services.AddShell();
builder.Services.AddAccounts();
builder.Services.AddOperators();
builder.Services.AddSignIn();
builder.Services.AddOperations();
builder.Services.AddTelemetry(builder.Configuration);

var app = builder.Build();
if (!app.HasSoundSettings())
{
    return 1;
}

app.UsePortalPipeline();
app.MapShell();
app.MapAccounts();
app.MapOperators();
app.MapSignIn();
app.MapHealth();

return await app.RunPortalAsync(args);

/// <summary>The program; tests start it by this name.</summary>
public partial class Program;
