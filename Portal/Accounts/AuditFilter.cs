using System.Globalization;
using System.Text;
using Portal.Audit;
using Portal.Domain;

namespace Portal.Accounts;

/// <summary>Which entries of the record are wanted. It stands in addresses, so that a view can be shared.</summary>
public sealed record AuditFilter
{
    public const string PersonField = "person";
    public const string ActionField = "action";
    public const string FromField = "from";
    public const string ToField = "to";

    private const string DayFormat = "yyyy-MM-dd";

    // Days that a person can mean; what lies beyond has no place on a clock.
    private const int FirstYear = 1970;
    private const int LastYear = 9000;

    /// <summary>Everything.</summary>
    public static AuditFilter None { get; } = new();

    /// <summary>The operator who acted or was acted upon.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>As <see cref="PersonId"/>, by a part of the name; never both.</summary>
    public string? Name { get; init; }

    public AuditAction? Action { get; init; }

    /// <summary>The first day, where the account is.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, all of it.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What stands in an address. What cannot be meant is left out.</summary>
    public static AuditFilter Of(string? person, string? action, string? from, string? to)
    {
        var isId = Guid.TryParseExact(person, "D", out var id);
        return new()
        {
            PersonId = isId ? id : null,
            Name = !isId && Entry.TryName(person, out var name) ? name : null,
            Action = Enum.TryParse<AuditAction>(action, out var known) && known.ToString() == action ? known : null,
            From = DayOf(from),
            To = DayOf(to),
        };
    }

    /// <summary>A day as an address and a date field have it; <see langword="null"/> for anything else.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear ? day : null;

    /// <summary>A day as an address and a date field have it.</summary>
    public static string? Text(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>The parameters of an address, by their names.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        (string Name, string? Value)[] all =
        [
            (PersonField, PersonId?.ToString("D") ?? Name), (ActionField, Action?.ToString()), (FromField, Text(From)), (ToField, Text(To)),
        ];
        return all.Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Name, parameter.Value!));
    }

    /// <summary>An address with this filter.</summary>
    /// <param name="path">The address without parameters.</param>
    /// <param name="more">Further parameters.</param>
    public string In(string path, params IEnumerable<(string Name, string Value)> more)
    {
        var address = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in Parameters().Concat(more))
        {
            address.Append(mark).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return address.ToString();
    }

    /// <summary>The span of time, as the days are where the account is: from the first instant to the one after the last.</summary>
    public (DateTimeOffset? From, DateTimeOffset? Until) Span(TimeZoneInfo zone) =>
        (From is { } first ? DayEnd.StartOf(first, zone) : null, To is { } last ? DayEnd.StartOf(last.AddDays(1), zone) : null);
}

/// <summary>A place in the record: an entry's time and number, which are its order.</summary>
/// <param name="At">The time, in milliseconds since the Unix epoch.</param>
/// <param name="Id">The number.</param>
public readonly record struct AuditPosition(long At, long Id)
{
    public static AuditPosition Of(Data.AuditEntry entry) => new(entry.At.ToUnixTimeMilliseconds(), entry.Id);

    /// <summary>A place as an address has it; <see langword="null"/> for anything else.</summary>
    public static AuditPosition? Parse(string? text) =>
        text?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(time, number)
            : null;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}-{Id}");
}
