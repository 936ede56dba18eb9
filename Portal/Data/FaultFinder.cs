using Microsoft.Extensions.Options;

namespace Portal.Data;

/// <summary>Checks a section of the settings and names every fault at once.</summary>
public abstract class FaultFinder<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>Each fault in a sentence that names the setting, what it is and what it must be.</summary>
    protected abstract IEnumerable<string> Faults(TOptions options);
}
