using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>The ring of data-protection keys in the database that several nodes share, each encrypted under the master key.</summary>
/// <remarks>
/// Data protection asks for it wherever something is encrypted, in the middle of an act too: it neither waits for a turn to write nor
/// takes part in that act's transaction, and it knows no other way than to be waited for.
/// </remarks>
internal sealed class DatabaseKeyRing(PortalContexts contexts) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.AcrossAccounts();
        return [.. db.KeyRing.AsNoTracking().OrderBy(row => row.Id).Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.AcrossAccounts();
        db.KeyRing.Add(new() { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
