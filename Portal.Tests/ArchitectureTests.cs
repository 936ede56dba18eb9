using Mono.Cecil;
using Mono.Cecil.Rocks;
using NetArchTest.Rules;
using Portal.Data;

namespace Portal.Tests;

public class ArchitectureTests
{
    /// <summary>The folders in their order: each uses only folders before it.</summary>
    private static readonly string[] Order =
    [
        "Domain", "Texts", "Look", "Data", "Audit", "Security", "Mail", "TwoFactor", "Enrollment", "Shell", "Accounts", "Operators",
        "Welcome", "SignIn", "Operations",
    ];

    /// <summary>Who may see across accounts: what starts without one.</summary>
    private static readonly string[] AcrossAccounts =
    [
        "Portal.Data.ChangeRelay", "Portal.Data.DataServices", "Portal.Data.PortalContexts", "Portal.Security.AuditSeals", "Portal.Security.DatabaseKeyRing", "Portal.Security.FirstSetUp", "Portal.Security.OpenedLinks",
        "Portal.Security.OperatorStore", "Portal.Security.PasswordBudget", "Portal.Security.PortalSignInManager", "Portal.Security.Retention", "Portal.Security.Sessions",
        "Portal.Accounts.ProviderWatch", "Portal.Mail.DeliveryRecord", "Portal.Mail.MailWorker", "Portal.TwoFactor.OverrideLapses", "Portal.TwoFactor.OverrideReminders",
        "Portal.Operators.BulkWorker", "Portal.Operators.CoverageRecord", "Portal.Operators.Passwords",
        "Portal.SignIn.DemoPanel", "Portal.SignIn.DevMail", "Portal.SignIn.SignInProviders",
        "Portal.Operations.BackupFile", "Portal.Operations.Backups", "Portal.Operations.ClockProbe", "Portal.Operations.Commands", "Portal.Operations.DatabaseProbe", "Portal.Operations.DemoData", "Portal.Operations.KeyRingProbe", "Portal.Operations.KeyRotation", "Portal.Operations.MailProbe", "Portal.Operations.MoveDatabase", "Portal.Operations.PortalHost", "Portal.Operations.Restores", "Portal.Operations.SeedOperators",
    ];

    private static readonly System.Reflection.Assembly Program = typeof(Program).Assembly;

    public static TheoryData<string> Folders => [.. Order];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_folders_before_it(string folder)
    {
        var later = Order.SkipWhile(name => name != folder).Skip(1).Select(name => $"Portal.{name}.").ToArray();
        if (later.Length == 0)
        {
            return;
        }

        var result = Types.InAssembly(Program).That().ResideInNamespaceMatching($@"^Portal\.{folder}(\.|$)").ShouldNot().HaveDependencyOnAny(later).GetResult();

        Assert.True(result.IsSuccessful, $"{folder} reaches forward from {string.Join(", ", result.FailingTypeNames ?? [])}.");
    }

    [Fact]
    public void Every_type_stands_in_a_folder_of_the_order()
    {
        var elsewhere = Program.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Portal.", StringComparison.Ordinal) == true)
            .Where(type => !Order.Contains(type.Namespace!.Split('.')[1]))
            .Select(type => type.FullName);

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Only_the_session_cookie_signs_in_and_only_the_sign_in_manager_writes_it()
    {
        Assert.Equal(
            ["Portal.Security.SessionCookie"],
            CallersOf(method => method.Name == "SignInAsync" && method.DeclaringType.Name is "AuthenticationHttpContextExtensions" or "IAuthenticationService"));
        Assert.Equal(
            ["Portal.Security.PortalSignInManager"],
            CallersOf(method => method.Name == "WriteAsync" && method.DeclaringType.Name == "SessionCookie"));
        Assert.Empty(CallersOf(method => method.DeclaringType.Name.StartsWith("SignInManager`", StringComparison.Ordinal)
            && method.Name is "SignInAsync" or "SignInWithClaimsAsync" or "TwoFactorSignInAsync" or "TwoFactorAuthenticatorSignInAsync"
                or "TwoFactorRecoveryCodeSignInAsync" or "RefreshSignInAsync" or "ExternalLoginSignInAsync" or "PasskeySignInAsync"));
    }

    [Fact]
    public void Only_what_starts_without_an_account_sees_across_accounts()
    {
        var callers = CallersOf(method => method.DeclaringType.Name == nameof(PortalContexts)
            && method.Name is nameof(PortalContexts.AcrossAccounts) or nameof(PortalContexts.WriteAcrossAccountsAsync));

        Assert.Empty(callers.Except(AcrossAccounts));
    }

    [Fact]
    public void Only_the_question_whether_an_address_is_taken_looks_past_the_account() =>
        Assert.Equal(["Portal.Data.PortalDbContext"], CallersOf(method => method.Name == "IgnoreQueryFilters"));

    [Fact]
    public void Nobody_asks_the_system_for_the_time()
    {
        Assert.Empty(CallersOf(method => method.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset" && method.Name is "get_Now" or "get_UtcNow" or "get_Today"));
    }

    [Fact]
    public void Every_entity_of_an_account_is_filtered_and_no_other_is_without_a_reason()
    {
        using var db = new SqliteDesignTimeFactory().CreateDbContext([]);

        // Tries are counted for addresses that may belong to nobody; changes are read by the process and handed on by account;
        // whether mail is delivered is one fact for the installation; a seal covers the entries of all accounts, as they were committed;
        // keys of data protection are those of the installation.
        var installationWide = new[] { typeof(PasswordTries), typeof(ChangeRow), typeof(MailDelivery), typeof(AuditSeal), typeof(KeyRingRow) };
        foreach (var entity in db.Model.GetEntityTypes())
        {
            Assert.True(
                entity.GetDeclaredQueryFilters().Count > 0 != installationWide.Contains(entity.ClrType),
                $"{entity.ClrType.Name} belongs to an account and has no filter, or the other way round.");
        }
    }

    private static List<string> CallersOf(Func<MethodReference, bool> isMeant)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Program.Location);
        return [.. assembly.MainModule.GetAllTypes()
            .Where(type => type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
                .Any(instruction => instruction.Operand is MethodReference called && isMeant(called)))
            .Select(type => Outermost(type).FullName)
            .Distinct()
            .Order()];
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
