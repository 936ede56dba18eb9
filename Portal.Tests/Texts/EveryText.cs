using System.Reflection;
using Portal.Tests.Support;
using Portal.Texts;

namespace Portal.Tests.Texts;

/// <summary>Every text of <see cref="Words"/>, said with every kind of value that it takes.</summary>
internal static class EveryText
{
    /// <summary>The name that every text is given.</summary>
    internal const string Someone = "Anna";

    /// <summary>The names of all texts.</summary>
    internal static IReadOnlyList<string> Names { get; } = [.. typeof(Words)
        .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false })
        .Select(member => member.Name)
        .Distinct()
        .Order()];

    /// <summary>Each text in a language, once for each combination of values, in the same order in every language.</summary>
    internal static IReadOnlyList<(string Name, string Text)> In(string language) => Speaking.In(language, () => (IReadOnlyList<(string, string)>)[.. Say()]);

    private static IEnumerable<(string Name, string Text)> Say()
    {
        foreach (var property in typeof(Words).GetProperties(BindingFlags.Public | BindingFlags.Static))
        {
            yield return (property.Name, (string)property.GetValue(null)!);
        }

        foreach (var method in typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName))
        {
            foreach (var values in Combinations(method.GetParameters()))
            {
                yield return (method.Name, (string)method.Invoke(null, [.. values])!);
            }
        }
    }

    private static IEnumerable<IEnumerable<object?>> Combinations(IEnumerable<ParameterInfo> parameters) => parameters.Aggregate(
        (IEnumerable<IEnumerable<object?>>)[[]],
        (sofar, parameter) => sofar.SelectMany(_ => ValuesFor(parameter), (values, value) => values.Append(value)));

    private static object?[] ValuesFor(ParameterInfo parameter)
    {
        var inner = Nullable.GetUnderlyingType(parameter.ParameterType);
        var type = inner ?? parameter.ParameterType;
        object?[] values = type switch
        {
            _ when type == typeof(string) => [Someone],
            _ when type == typeof(int) => [0, 1, 2, 12_345],
            _ when type == typeof(bool) => [false, true],
            _ when type == typeof(TimeSpan) => [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4)],
            { IsEnum: true } => [.. Enum.GetValues(type)],
            _ => throw new InvalidOperationException($"No example of {type.Name} for {parameter.Member.Name}."),
        };
        var mayBeNull = inner is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
        return mayBeNull ? [.. values, null] : values;
    }
}
