using System.Reflection;
using Portal.Data;
using Portal.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(DatabasesFramework))]

namespace Portal.Tests.Support;

/// <summary>The tests of the class run twice: on SQLite, and on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEachDatabaseAttribute : Attribute;

/// <summary>The test is about SQLite alone, though its class runs on each database.</summary>
/// <param name="because">Why.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteOnlyAttribute(string because) : Attribute
{
    /// <summary>Why.</summary>
    public string Because { get; } = because;
}

/// <summary>xunit's own framework, with a second case for each test of a class that is marked <see cref="OnEachDatabaseAttribute"/>.</summary>
public sealed class DatabasesFramework : XunitTestFramework
{
    /// <summary>The trait of a case that says on which database it runs.</summary>
    public const string Trait = "Database";

    /// <inheritdoc />
    protected override ITestFrameworkDiscoverer CreateDiscoverer(Assembly assembly) => new Discoverer(((XunitTestFrameworkDiscoverer)base.CreateDiscoverer(assembly)).TestAssembly);

    private sealed class Discoverer(IXunitTestAssembly assembly) : XunitTestFrameworkDiscoverer(assembly)
    {
        protected override async ValueTask<bool> FindTestsForMethod(
            IXunitTestMethod testMethod, ITestFrameworkDiscoveryOptions discoveryOptions, Func<ITestCase, ValueTask<bool>> discoveryCallback)
        {
            var isTwice = testMethod.TestClass.Class.IsDefined(typeof(OnEachDatabaseAttribute), inherit: true)
                && !testMethod.Method.IsDefined(typeof(OnSqliteOnlyAttribute), inherit: true);
            return await base.FindTestsForMethod(testMethod, discoveryOptions, async found =>
                await discoveryCallback(found) && (!isTwice || found is not XunitTestCase one || await discoveryCallback(OnPostgres(one))));
        }

        private static XunitTestCase OnPostgres(XunitTestCase of)
        {
            var (name, id) = ($"{of.TestCaseDisplayName} [{DatabaseProvider.Postgres}]", $"{of.UniqueID}-{DatabaseProvider.Postgres}");
            var traits = new Dictionary<string, HashSet<string>>(of.Traits) { [Trait] = [nameof(DatabaseProvider.Postgres)] };
            return of is XunitDelayEnumeratedTheoryTestCase theory
                ? new XunitDelayEnumeratedTheoryTestCase(
                    of.TestMethod, name, id, of.Explicit, theory.SkipTestWithoutData, of.SkipExceptions, of.SkipReason, of.SkipType, of.SkipUnless, of.SkipWhen,
                    traits, of.SourceFilePath, of.SourceLineNumber, of.Timeout)
                : new XunitTestCase(
                    of.TestMethod, name, id, of.Explicit, of.TestLabel, of.DisableParallelization, of.SkipExceptions, of.SkipReason, of.SkipType, of.SkipUnless,
                    of.SkipWhen, traits, of.TestMethodArguments, of.SourceFilePath, of.SourceLineNumber, of.Timeout);
        }
    }
}
