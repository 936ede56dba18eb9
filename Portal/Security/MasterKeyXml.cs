using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Portal.Security;

/// <summary>Seals each key of the data-protection ring under the <see cref="MasterKey"/>.</summary>
public sealed class MasterKeyXmlEncryptor(MasterKey master) : IXmlEncryptor
{
    /// <summary>The element in which the sealed key stands. Never change: it stands in rings.</summary>
    public const string Element = "sealed";

    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        using var plain = new MemoryStream();
        plaintextElement.Save(plain);
        return new(new XElement(Element, Convert.ToBase64String(master.Encrypt(plain.ToArray()))), typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Opens a key of the ring. Found by its name in the ring's files, so it must keep it.</summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement)
    {
        var master = services.GetRequiredService<MasterKey>();
        using var plain = new MemoryStream(master.Decrypt(Convert.FromBase64String(encryptedElement.Value)));
        return XElement.Load(plain);
    }
}
